/** One visit to an exam: what is answered is kept here, handed in as a whole, and told of when the server has graded it. */
import { computed, effect, signal } from '@preact/signals'
import type { Examined } from '../../api/types'
import type { Card, ModuleDocument } from '../../rules/cards'
import { drawn } from '../../rules/pools'
import { newSeed } from '../../rules/shuffle'
import type { Draft } from './answering'
import { gather } from './kinds'
import { type Leaf, type Paper, answersOf, blank, filled, turned, withoutKey } from './paper'
import {
  type Activity, type ExamLetter, type Quest, type Verdict, examDocument, forgetExam, handInExam, keepExam, keptExam, reachable,
  recorded, verdictOf,
} from './ports'
import { Stopwatch } from './stopwatch'

/** What is kept on the device of an exam that is begun, and of one that is handed in until its result has been seen. */
export type Kept = { paper: Paper; document: ModuleDocument; letter: ExamLetter | null }

export type ExamView =
  | { kind: 'loading' | 'needs_network' | 'failed' }
  | { kind: 'intro'; quest: Quest; activity: Activity }
  | { kind: 'paper'; quest: Quest; activity: Activity; kept: Kept }
  | { kind: 'handed_in'; quest: Quest; activity: Activity; kept: Kept }
  | { kind: 'told'; quest: Quest; activity: Activity; kept: Kept; verdict: Verdict; exam: Examined }
  | { kind: 'refused'; quest: Quest; activity: Activity; kept: Kept; code: string }

export class Examination {
  readonly view = signal<ExamView>({ kind: 'loading' })
  readonly leaves = computed<Leaf[]>(() => {
    const view = this.view.value
    return 'kept' in view ? leavesOf(view.kept) : []
  })
  private readonly watch = new Stopwatch(() => performance.now())
  private unwatch: () => void = () => undefined

  constructor(private readonly questId: string, private readonly activityId: string) {}

  /** Goes on where the person stopped, or tells what is asked for. What is begun goes on without network too. */
  async open(): Promise<void> {
    this.view.value = { kind: 'loading' }
    try {
      const quest = await recorded.questOf(this.questId, this.activityId)
      const activity = quest?.activities.find(({ id }) => id === this.activityId)
      if (!quest || !activity) {
        this.view.value = { kind: 'needs_network' }
        return
      }
      const kept = await keptExam(activity.id)
      if (kept) await gather(kept.document)
      if (kept?.letter) return await this.wait(quest, activity, kept, kept.letter)
      if (kept && kept.document.version === activity.version) return this.show(quest, activity, kept)
      this.view.value = reachable.value ? { kind: 'intro', quest, activity } : { kind: 'needs_network' }
    } catch {
      this.view.value = { kind: 'failed' }
    }
  }

  /** Fetches the exam and begins. */
  async begin(): Promise<void> {
    const view = this.view.value
    if (view.kind !== 'intro') return
    const { quest, activity } = view
    try {
      const document = await examDocument(activity)
      if (!document) {
        this.view.value = { kind: 'needs_network' }
        return
      }
      await gather(document)
      const paper = blank(document.language, { id: crypto.randomUUID(), seed: newSeed(), now: now() })
      const kept: Kept = { paper, document, letter: null }
      this.show(quest, activity, kept)
      await keepExam(activity.id, kept)
    } catch {
      this.view.value = { kind: 'failed' }
    }
  }

  draft(draft: Draft): void {
    this.change((paper, leaves) => filled(paper, leaves, draft, now()))
  }

  turn(at: number): void {
    const spent = this.watch.seconds()
    this.change((paper, leaves) => turned(paper, leaves, at, spent))
    this.watch.restart(0, true)
  }

  /** Hands in what was answered: kept with its letter, so that whatever breaks off, the same one goes the next time. */
  async handIn(): Promise<void> {
    const view = this.view.value
    if (view.kind !== 'paper' && view.kind !== 'refused') return
    const { quest, activity, kept } = view
    const letter = letterOf(activity, kept)
    await this.wait(quest, activity, { ...kept, letter }, letter)
  }

  /** The result has been seen: nothing of it is kept. */
  async close(): Promise<void> {
    const view = this.view.value
    this.unwatch()
    if (view.kind === 'told') await forgetExam(view.activity.id)
  }

  /** Begins anew, from what it says of itself today. */
  async restart(): Promise<void> {
    const view = this.view.value
    if ('activity' in view) await forgetExam(view.activity.id)
    await this.open()
  }

  private async wait(quest: Quest, activity: Activity, kept: Kept, letter: ExamLetter): Promise<void> {
    this.view.value = { kind: 'handed_in', quest, activity, kept }
    await handInExam(letter, quest, activity, kept)
    this.unwatch()
    this.unwatch = effect(() => {
      const verdict = verdictOf(letter.id).value
      if (!verdict) return
      if (verdict.exam) this.view.value = { kind: 'told', quest, activity, kept, verdict, exam: verdict.exam }
      else this.view.value = { kind: 'refused', quest, activity, kept, code: verdict.code ?? 'invalid' }
    })
  }

  private show(quest: Quest, activity: Activity, kept: Kept): void {
    this.view.value = { kind: 'paper', quest, activity, kept }
    this.watch.restart(0, true)
  }

  private change(step: (paper: Paper, leaves: readonly Leaf[]) => Paper): void {
    const view = this.view.value
    if (view.kind !== 'paper') return
    const kept = { ...view.kept, paper: step(view.kept.paper, this.leaves.peek()) }
    this.view.value = { ...view, kept }
    void keepExam(view.activity.id, kept)
  }
}

/** The cards of an attempt, of several variants the ones its seed draws, fit for their forms. */
export function leavesOf({ paper, document }: Kept): Leaf[] {
  return document.cards.map((card) => {
    const shown: Card = drawn(card, paper.seed)
    return { key: card.id, card: withoutKey(shown) }
  })
}

/** A letter of its own each time it is handed in: one that was refused is not sent again. */
export function letterOf(activity: Activity, kept: Kept): ExamLetter {
  const { paper, document } = kept
  return {
    id: crypto.randomUUID(), kind: 'module', activity: activity.id, module_version: document.version, language: paper.language,
    seed: paper.seed, started_at: paper.startedAt, finished_at: now(), answers: answersOf(paper, leavesOf(kept)),
  }
}

function now(): string {
  return new Date().toISOString()
}
