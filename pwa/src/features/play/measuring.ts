/** One visit to a test before or after a run: the paper, what came of it, and what is skipped because of it. */
import { computed, signal } from '@preact/signals'
import type { Letter, RunTest } from '../../api/types'
import { type Exercise, isExercise } from '../../rules/cards'
import { grade } from '../../rules/grading'
import { drawn } from '../../rules/pools'
import { newSeed } from '../../rules/shuffle'
import { language } from '../../text'
import type { Draft } from './answering'
import { gather } from './kinds'
import { type Leaf, type Paper, answersOf, blank, filled, responseTo, turned } from './paper'
import { type KeptPaper, keepPaper, keptPaper, postLetter, testOf } from './ports'
import { Stopwatch } from './stopwatch'

export type Kind = 'before' | 'after'

/** A card that was answered, graded here; the server's word stands. */
export type Told = { leaf: Leaf; module: string; card: Exercise; right: boolean }

export type TestView =
  | { kind: 'loading' | 'not_here' | 'failed' | 'passed_over' }
  | { kind: 'intro' | 'paper'; test: RunTest; paper: Paper }
  | { kind: 'told'; test: RunTest; paper: Paper | null }

export class Measuring {
  readonly view = signal<TestView>({ kind: 'loading' })
  readonly leaves = computed<Leaf[]>(() => {
    const view = this.view.value
    return 'test' in view && view.paper ? leavesOf(view.test, view.paper.seed) : []
  })
  private readonly watch = new Stopwatch(() => performance.now())

  constructor(private readonly run: string, private readonly kind: Kind) {}

  private get place(): string {
    return `test/${this.run}/${this.kind}`
  }

  /** What is kept on the device goes first, so that a test can be taken without network. */
  async open(): Promise<void> {
    this.view.value = { kind: 'loading' }
    try {
      await testOf(this.run).refresh()
      const test = testOf(this.run).state.peek().data
      if (!test) {
        this.view.value = { kind: 'not_here' }
        return
      }
      await gather({ cards: test.cards.map(({ card }) => card) })
      const kept = await keptPaper(this.place)
      if (test[this.kind] || kept?.done) this.view.value = { kind: 'told', test, paper: kept?.paper ?? null }
      else if (kept) this.show(test, kept.paper)
      else this.view.value = { kind: 'intro', test, paper: fresh() }
    } catch {
      this.view.value = { kind: 'failed' }
    }
  }

  begin(): void {
    const view = this.view.value
    if (view.kind === 'intro') this.show(view.test, view.paper)
  }

  draft(draft: Draft): void {
    this.change((paper, leaves) => filled(paper, leaves, draft, now()))
  }

  turn(at: number): void {
    const spent = this.watch.seconds()
    this.change((paper, leaves) => turned(paper, leaves, at, spent))
    this.watch.restart(0, true)
  }

  async handIn(): Promise<void> {
    const view = this.view.value
    if (view.kind !== 'paper') return
    const answers = answersOf(view.paper, this.leaves.peek())
    const told = { answers, finished_at: now(), started_at: view.paper.startedAt, seed: view.paper.seed }
    await this.send(told, { paper: view.paper, done: true })
    this.view.value = { ...view, kind: 'told' }
  }

  /** It is voluntary: said once, and not offered again. */
  async passOver(): Promise<void> {
    await this.send({ answers: [], finished_at: null, started_at: now(), seed: 0 })
    this.view.value = { kind: 'passed_over' }
  }

  /** Says that these are skipped; they count as done with their points. */
  async skip(activities: string[]): Promise<void> {
    const at = now()
    const letter = { kind: 'skip' as const, run: this.run, activities, answers: [], started_at: at, finished_at: at, seed: 0 }
    await postLetter({ ...envelope(), ...letter }, this.run)
  }

  private send(told: Pick<Letter, 'answers' | 'finished_at' | 'started_at' | 'seed'>, kept?: KeptPaper): Promise<void> {
    return postLetter({ ...envelope(), kind: this.kind, run: this.run, ...told }, this.run, { [this.place]: kept })
  }

  private show(test: RunTest, paper: Paper): void {
    this.view.value = { kind: 'paper', test, paper }
    this.watch.restart(0, true)
  }

  private change(step: (paper: Paper, leaves: readonly Leaf[]) => Paper): void {
    const view = this.view.value
    if (view.kind !== 'paper') return
    const paper = step(view.paper, this.leaves.peek())
    this.view.value = { ...view, paper }
    void keepPaper(this.place, { paper, done: false })
  }
}

/** The cards of a test, each under the name of its version, since ids are a module's own. */
export function leavesOf(test: RunTest, seed: number): Leaf[] {
  return test.cards.map(({ version, card }) => ({ key: `${version}:${card.id}`, version, card: drawn(card, seed) }))
}

/** What was answered, graded here. */
export function toldOf(test: RunTest, paper: Paper): Told[] {
  return leavesOf(test, paper.seed).flatMap((leaf, at) => {
    const response = responseTo(paper, leaf)
    const module = test.cards[at]?.module ?? ''
    return isExercise(leaf.card) && response !== null
      ? [{ leaf, module, card: leaf.card, right: grade(leaf.card, response) === 'right' }]
      : []
  })
}

/** The modules whose cards were all right, in the order of the path. */
export function masteredIn(test: RunTest, answers: readonly { module: string; right: boolean }[]): RunTest['modules'] {
  return test.modules.filter(({ module }) => {
    const own = answers.filter((one) => one.module === module)
    return own.length > 0 && own.every(({ right }) => right)
  })
}

export type Row = { title: string; before: number; after: number; of: number }

/** By topic, or by week where modules have none: how many were right before and after, of those asked both times. */
export function changeOf(
  test: RunTest, before: readonly { module: string; right: boolean }[], after: readonly { module: string; right: boolean }[],
  week: (number: number) => string,
): Row[] {
  const rows = new Map<string, Row>()
  for (const { module, topic, week: number } of test.modules) {
    const [first, second] = [before, after].map((answers) => answers.filter((one) => one.module === module))
    if (!first?.length || !second?.length) continue
    const title = topic?.title ?? week(number)
    const row = rows.get(title) ?? { title, before: 0, after: 0, of: 0 }
    const right = (answers: readonly { right: boolean }[]) => answers.filter((one) => one.right).length
    rows.set(title, { title, before: row.before + right(first), after: row.after + right(second), of: row.of + second.length })
  }
  return [...rows.values()]
}

function fresh(): Paper {
  return blank(language.peek(), { id: crypto.randomUUID(), seed: newSeed(), now: now() })
}

function envelope(): Pick<Letter, 'id' | 'activity' | 'module_version' | 'language'> {
  return { id: crypto.randomUUID(), activity: null, module_version: null, language: language.peek() }
}

function now(): string {
  return new Date().toISOString()
}
