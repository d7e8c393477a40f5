/** One visit to a post: fetches it, goes through it, keeps the place and hands in what was answered. */
import { computed, signal } from '@preact/signals'
import type { ModuleDocument } from '../../rules/cards'
import { newSeed } from '../../rules/shuffle'
import { painted } from '../../ui/painted'
import type { Draft } from './answering'
import { type Activity, type Quest, type Visit, recorded } from './ports'
import { type Session, advanced, answered, begin, current, drafted, givenUp, isUnderWay, resumed } from './session'
import { Stopwatch } from './stopwatch'

export type View =
  | { kind: 'loading' | 'not_here' | 'failed' }
  | { kind: 'playing' | 'ended'; document: ModuleDocument; session: Session; quest: Quest; activity: Activity }

/** What a person is told at the start: an attempt goes on, or could not because the post has changed. */
export type Opening = 'resumed' | 'changed' | null

export class Player {
  readonly view = signal<View>({ kind: 'loading' })
  readonly opening = signal<Opening>(null)
  readonly placeLost = signal(false)
  readonly card = computed(() => {
    const view = this.view.value
    return view.kind === 'playing' ? current(view.session, view.document) : null
  })
  private readonly watch = new Stopwatch(() => performance.now())
  private saving: Promise<void> = Promise.resolve()
  /** What hands in the attempt that is over. */
  private ending: (() => Promise<void>) | null = null
  /** The place that is to be kept; one that came before it need not be any more. */
  private place: Session | null = null

  constructor(private readonly questId: string, private readonly activityId: string, private readonly visit: Visit = recorded) {}

  /** Fetches the post, and with `gather` what its cards need; goes on where the person stopped, or begins. */
  async open(gather?: (document: ModuleDocument) => Promise<void>): Promise<void> {
    this.view.value = { kind: 'loading' }
    try {
      const quest = await this.visit.questOf(this.questId, this.activityId)
      const activity = quest?.activities.find(({ id }) => id === this.activityId)
      const document = activity && (await this.visit.documentOf(activity))
      if (!quest || !activity || !document) {
        this.view.value = { kind: 'not_here' }
        return
      }
      await gather?.(document)
      await this.start(quest, activity, document)
    } catch {
      this.view.value = { kind: 'failed' }
    }
  }

  private async start(quest: Quest, activity: Activity, document: ModuleDocument): Promise<void> {
    const before = await this.visit.kept(activity.id)
    const again = before && resumed(before, document)
    this.view.value = { kind: 'playing', document, quest, activity, session: again ?? this.fresh(document) }
    if (again) {
      this.opening.value = isUnderWay(again, document) ? 'resumed' : null
      this.show(again)
    } else {
      this.watch.restart(0, !hidden())
      if (!before) return
      this.opening.value = 'changed'
      await this.replace(before, quest, activity)
    }
  }

  private fresh(document: ModuleDocument): Session {
    return begin(document, this.activityId, { id: crypto.randomUUID(), seed: this.visit.seed?.() ?? newSeed(), now: now() })
  }

  draft(draft: Draft): void {
    this.change((session) => drafted(session, draft, this.watch.seconds()))
  }

  answer(): void {
    this.change((session, document) => answered(session, document, now(), this.watch.seconds()))
  }

  next(): void {
    this.opening.value = null
    this.change((session, document) => advanced(session, document, now()))
  }

  /** Hands in what was answered as given up, and begins again with a new order of the options. */
  restart(): void {
    const view = this.view.value
    if (!('document' in view)) return
    this.opening.value = null
    const session = this.fresh(view.document)
    const done = view.activity.done || view.session.stage === 'finished'
    this.view.value = { ...view, kind: 'playing', session, activity: { ...view.activity, done } }
    this.show(session)
    if (view.kind === 'playing') void this.replace(view.session, view.quest, view.activity)
  }

  /** An attempt that will not go on: handed in after the new place is kept, so that it is never played further. */
  private replace(before: Session, quest: Quest, activity: Activity): Promise<void> {
    const view = this.view.value
    if ('session' in view) this.keepPlace(view.session)
    this.saving = this.saving.then(async () => void (await this.visit.handIn(givenUp(before), quest, activity)))
    return this.saving
  }

  /** The page is hidden or shown: the clock of the card follows, and the place is kept. */
  hide(isHidden: boolean): void {
    if (!isHidden) return this.watch.go()
    this.watch.pause()
    const view = this.view.value
    if (view.kind === 'playing' && view.session.stage === 'asking') {
      const session = { ...view.session, spent: this.watch.seconds() }
      this.view.value = { ...view, session }
      this.place = session
    }
    void this.keepNow()
    void this.handInNow()
  }

  private change(step: (session: Session, document: ModuleDocument) => Session): void {
    const view = this.view.value
    if (view.kind !== 'playing') return
    const session = step(view.session, view.document)
    if (session === view.session) return
    this.view.value = { ...view, session }
    const same = session.stage === view.session.stage && session.queue === view.session.queue
    if (same) this.keepPlace(session)
    else this.show(session)
  }

  /** A card, its feedback or the end has come on the screen. */
  private show(session: Session): void {
    const view = this.view.value
    this.watch.restart(session.spent, session.stage === 'asking' && !hidden())
    if (session.stage === 'asking' || session.stage === 'feedback') this.keepPlace(session)
    else if (view.kind === 'playing') {
      this.view.value = { ...view, kind: 'ended', session }
      this.end(session, view.quest, view.activity)
    }
  }

  /**
   * After the paint as well; a page that goes away before that hands it in as it goes. A full device keeps the finished attempt
   * in its place, so that the same letter is handed in the next time.
   */
  private end(session: Session, quest: Quest, activity: Activity): void {
    this.place = null
    this.ending = async () => {
      if (!(await this.visit.handIn(session, quest, activity))) await this.visit.keep(session)
    }
    this.saving = this.saving.then(painted).then(() => this.handInNow())
  }

  private async handInNow(): Promise<void> {
    const ending = this.ending
    this.ending = null
    await ending?.()
  }

  /** After the paint, since a tap waits for the screen and for nothing else; one write after the other. */
  private keepPlace(session: Session): void {
    const waits = this.place !== null
    this.place = session
    if (!waits) this.saving = this.saving.then(painted).then(() => this.keepNow())
  }

  private async keepNow(): Promise<void> {
    const session = this.place
    this.place = null
    if (session) this.placeLost.value = !(await this.visit.keep(session))
  }
}

function now(): string {
  return new Date().toISOString()
}

function hidden(): boolean {
  return typeof document !== 'undefined' && document.visibilityState === 'hidden'
}
