/**
 * The work on one draft: each change is kept on the device at once and saved with the server soon after. When somebody else
 * has saved since, both are put together, and what both changed is shown; nothing is lost without a word.
 */
import { computed, signal } from '@preact/signals'
import { asApiError } from '../../../api/client'
import { type Clash, merge, same, settled } from './merging'
import { type History, began, rebased, redone, stepped, undone } from './history'
import { type Thing, isThing } from './places'
import type { Check, Opened, Saved } from './shapes'

/** `unsaved`: changed and on its way. `offline`: kept here until the network is back. `refused`: the server said no, for good. */
export type Saving =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' | 'saving' | 'offline' | 'clashing' }
  | { kind: 'refused'; code: string }

export type Kept = { base: Thing; revision: number; document: Thing }

export type Ports = {
  load: () => Promise<Opened>
  /** Rejects with `changed_elsewhere` and the newest draft when `revision` is not the newest. */
  save: (document: Thing, revision: number) => Promise<Saved>
  kept: () => Promise<Kept | undefined>
  keep: (kept: Kept) => Promise<unknown>
  forget: () => Promise<void>
  now: () => number
}

/** So long after the last change it is saved; so long after a failure it is tried again. */
export const REST = 1200
export const AGAIN = 8000

export class Drafting {
  readonly history = signal<History<Thing> | null>(null)
  readonly document = computed(() => this.history.value?.present ?? null)
  readonly saving = signal<Saving>({ kind: 'saved', at: null })
  readonly checks = signal<readonly Check[]>([])
  readonly clashes = signal<readonly Clash[]>([])
  /** Who else saved last, as far as it is known. */
  readonly other = signal<string | null>(null)
  readonly revision = signal(0)
  /** What the server tells of the module beside its draft; null where it is opened without a network. */
  readonly about = signal<Opened | null>(null)
  private base: Thing = {}
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private closed = false

  constructor(private readonly ports: Ports) {}

  /** Fetches the draft, with what waited here put into it. Rejects when it can be had neither there nor here. */
  async open(): Promise<void> {
    const loading = this.ports.load()
    loading.catch(() => undefined) // it is waited for below, when what is kept here has been read
    const kept = await this.ports.kept()
    try {
      const opened = await loading
      this.about.value = opened
      this.takeServer(opened)
      this.checks.value = opened.checks
      if (!kept) {
        this.history.value = began(opened.document)
        this.saving.value = { kind: 'saved', at: opened.changed_at }
        return
      }
      this.together(kept.base, kept.document, opened.document)
      await this.save()
    } catch (caught) {
      if (!kept || asApiError(caught).kind !== 'network') throw caught
      this.base = kept.base
      this.revision.value = kept.revision
      this.history.value = began(kept.document)
      this.later()
    }
  }

  /** Asks anew what the server tells of the module beside its draft. */
  async refresh(): Promise<void> {
    const opened = await this.ports.load().catch(() => null)
    if (opened) this.about.value = opened
  }

  /** Takes what somebody else has saved since, where nothing waits here to be saved. */
  async follow(): Promise<void> {
    if (!this.isSaved || this.running) return
    const opened = await this.ports.load().catch(() => null)
    const history = this.history.value
    if (!opened || !history || opened.revision <= this.revision.value || !this.isSaved || this.running) return
    this.about.value = opened
    this.history.value = rebased(history, this.onto(this.base, opened.document))
    this.takeServer(opened)
    this.checks.value = opened.checks
    this.saving.value = { kind: 'saved', at: opened.changed_at }
  }

  /** What the form says now. `what` names the field, so that what is typed in it is undone together. */
  change(next: Thing, what = ''): void {
    const history = this.history.value
    if (!history) return
    this.move(stepped(history, next, what, this.ports.now()))
  }

  undo(): void {
    if (this.history.value) this.move(undone(this.history.value))
  }

  redo(): void {
    if (this.history.value) this.move(redone(this.history.value))
  }

  private move(history: History<Thing>): void {
    if (history.present === this.history.value?.present) return
    this.history.value = history
    this.keep()
    if (this.saving.value.kind !== 'clashing') this.soon(REST)
  }

  /** Decides a clash. After the last one everything is saved. */
  settle(clash: Clash, choice: 'mine' | 'theirs'): void {
    const document = this.document.value
    if (!document) return
    this.clashes.value = this.clashes.value.filter((each) => each !== clash)
    if (this.clashes.value.length === 0 && this.saving.value.kind === 'clashing') this.saving.value = { kind: 'unsaved' }
    this.change(choice === 'theirs' ? settled(document, clash, 'theirs') : document)
    if (this.clashes.value.length === 0) this.soon(0)
  }

  /** Saves what is not saved. Resolves when nothing more can be done now; never rejects. */
  save(): Promise<void> {
    clearTimeout(this.timer)
    this.running ??= this.run().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Whether everything is with the server. */
  get isSaved(): boolean {
    const document = this.document.value
    return document === null || same(this.base, document)
  }

  /** Saves once more, and then no longer. */
  close(): void {
    void this.save()
    this.closed = true
  }

  private async run(): Promise<void> {
    while (!this.isSaved && this.clashes.value.length === 0) {
      const sent = this.document.value as Thing
      this.saving.value = { kind: 'saving' }
      try {
        const { revision, checks, changed_at } = await this.ports.save(sent, this.revision.value)
        this.base = sent
        this.revision.value = revision
        this.checks.value = checks
        this.saving.value = { kind: 'saved', at: changed_at }
      } catch (caught) {
        if (!this.failed(sent, caught)) return
      }
    }
    if (this.isSaved) {
      if (this.saving.value.kind !== 'saved') this.saving.value = { kind: 'saved', at: null }
      await this.ports.forget()
    }
  }

  /** Whether it is worth going on at once. */
  private failed(sent: Thing, caught: unknown): boolean {
    const error = asApiError(caught)
    const newest = error.code === 'changed_elsewhere' ? error.details.draft : null
    if (isNewest(newest)) {
      this.other.value = newest.changed_by
      this.together(this.base, this.document.value ?? sent, newest.document)
      this.takeServer(newest)
      return this.clashes.value.length === 0
    }
    if (error.kind === 'network' || error.status >= 500 || error.status === 429 || error.status === 401) this.later()
    else this.saving.value = { kind: 'refused', code: error.code }
    return false
  }

  private takeServer({ document, revision }: { document: Thing; revision: number }): void {
    this.base = document
    this.revision.value = revision
  }

  /** Puts what was changed here since `base` into what stands there. */
  private together(base: Thing, mine: Thing, theirs: Thing): void {
    const { document, clashes } = merge(base, mine, theirs)
    const history = this.history.value
    this.history.value = history ? rebased(history, this.onto(base, theirs)) : stepped(began(theirs), document, '', this.ports.now())
    this.clashes.value = clashes
    this.saving.value = { kind: clashes.length > 0 ? 'clashing' : 'unsaved' }
    void this.ports.keep({ base: theirs, revision: this.revision.value, document })
  }

  /** What a step of one's own becomes on what the other has saved: taking a step back never takes the other's work. */
  private onto(base: Thing, theirs: Thing): (state: Thing) => Thing {
    return (state) => merge(base, state, theirs).document
  }

  private keep(): void {
    const document = this.document.value
    if (document) void this.ports.keep({ base: this.base, revision: this.revision.value, document })
  }

  private soon(rest: number): void {
    if (this.saving.value.kind !== 'offline') this.saving.value = { kind: 'unsaved' }
    this.start(rest)
  }

  private later(): void {
    this.saving.value = { kind: 'offline' }
    this.start(AGAIN)
  }

  private start(rest: number): void {
    clearTimeout(this.timer)
    if (!this.closed) this.timer = setTimeout(() => void this.save(), rest)
  }
}

function isNewest(given: unknown): given is { document: Thing; revision: number; changed_by: string | null } {
  const newest = given as { document?: Thing; revision?: unknown } | null
  return isThing(newest?.document) && typeof newest?.revision === 'number'
}
