/**
 * A conversation with decisions, walked: where a play stands, what may be chosen, how it ends and what that is worth.
 * The same arithmetic as `quests/content/rules/scenario.py`; `tests/vectors/scenario.json` keeps the two together.
 */

export type Mood = 'calm' | 'worried' | 'upset' | 'relieved' | 'closed'
export type Place = 'ward' | 'shop' | 'office' | 'home'
export type Look = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'phone'

/** Ends included; a missing one is the end of the scale. */
export type When = Record<string, { least?: number; most?: number }>
export type Way = { when?: When; to: string }
export type Meter = { id: string; text: string; start: number; enough: number }
export type Character = { id: string; name: string; look?: Look }
export type Told = { text?: string; mood?: Mood }

export type ScenarioOption = {
  id: string
  text: string
  explanation: string
  effects?: Record<string, number>
  when?: When
  to: string | Way[]
}

export type ScenarioNode = Told & {
  id: string
  who?: string
  variants?: (Told & { when?: When })[]
  options?: ScenarioOption[]
  ending?: true
  good?: boolean
  title?: string
}

/** The node a play stood in, and the option chosen there. */
export type Move = [string, string]

/** What a card must hold to be walked. */
export type Scenario = {
  characters: Character[]
  meters: Meter[]
  start: string
  nodes: ScenarioNode[]
  key: Move[]
  place?: Place
}

/** Where a play stands; `meters` in the order of the card. */
export type Position = { node: string; meters: readonly number[] }

export type Goal = { meter: string; score: number; reached: boolean }
export type Result = { ending: string; good: boolean; goals: Goal[]; stars: number }

const HIGHEST = 100

/** The position before the first choice. */
export function opening(card: Scenario): Position {
  return { node: card.start, meters: card.meters.map(({ start }) => start) }
}

/** The node of that id; a valid card has it. */
export function nodeOf(card: Scenario, id: string): ScenarioNode {
  return card.nodes.find((node) => node.id === id) as ScenarioNode
}

/** Whether a play has come to an ending. */
export function isOver(card: Scenario, here: Position): boolean {
  return nodeOf(card, here.node).ending === true
}

/** What may be chosen there, in the order of the card. */
export function optionsAt(card: Scenario, here: Position): ScenarioOption[] {
  return (nodeOf(card, here.node).options ?? []).filter((option) => holds(card, option.when, here.meters))
}

/** What the node tells there: itself, or the first of its variants whose condition holds. */
export function toldAt(card: Scenario, here: Position): Told {
  const node = nodeOf(card, here.node)
  return node.variants?.find(({ when }) => holds(card, when, here.meters)) ?? node
}

/** Where an option that may be chosen there leads. */
export function after(card: Scenario, here: Position, { effects, to }: ScenarioOption): Position {
  const meters = card.meters.map(({ id }, i) => Math.min(HIGHEST, Math.max(0, (here.meters[i] ?? 0) + own(effects, id))))
  if (typeof to === 'string') return { node: to, meters }
  return { node: (to.find(({ when }) => holds(card, when, meters)) as Way).to, meters }
}

/** A number under a name that may be any word, such as `constructor`. */
function own(numbers: Record<string, number> | undefined, name: string): number {
  return numbers && Object.hasOwn(numbers, name) ? (numbers[name] as number) : 0
}

/** Whether every meter that the condition names lies within its ends. */
function holds(card: Scenario, when: When | undefined, meters: readonly number[]): boolean {
  return Object.entries(when ?? {}).every(([id, { least = 0, most = HIGHEST }]) => {
    const level = meters[card.meters.findIndex((meter) => meter.id === id)] ?? 0
    return least <= level && level <= most
  })
}

/** The positions of a play as far as it goes, the opening first; null where a move is none that may be made there. */
export function way(card: Scenario, response: unknown): Position[] | null {
  if (!Array.isArray(response)) return null
  const positions = [opening(card)]
  for (const move of response) {
    const here = positions.at(-1) as Position
    const option = chosen(card, here, move)
    if (option === null) return null
    positions.push(after(card, here, option))
  }
  return positions
}

/** The option of a move made from here; null when it is none that may be chosen. */
export function chosen(card: Scenario, here: Position, move: unknown): ScenarioOption | null {
  if (!Array.isArray(move) || move.length !== 2 || move[0] !== here.node || isOver(card, here)) return null
  return optionsAt(card, here).find(({ id }) => id === move[1]) ?? null
}

/** What a whole play came to; null when it is no such play. */
export function resultOf(card: Scenario, response: unknown): Result | null {
  const end = way(card, response)?.at(-1)
  if (!end || !isOver(card, end)) return null
  const goals = card.meters.map(({ id, enough }, i) => {
    const score = end.meters[i] ?? 0
    return { meter: id, score, reached: score >= enough }
  })
  const good = nodeOf(card, end.node).good === true
  return { ending: end.node, good, goals, stars: starsOf(good, goals) }
}

/** None without a good ending. One for it, a second for half of the goals, a third for all of them (ours). */
export function starsOf(good: boolean, goals: readonly Goal[]): number {
  if (!good) return 0
  const reached = goals.filter((goal) => goal.reached).length
  return 1 + Number(2 * reached >= goals.length) + Number(reached === goals.length)
}

/** What is said on the best way: nobody can have decided before reading as much. */
export function saidOnBestWay(card: Scenario): string[] {
  return (way(card, card.key) ?? []).filter((here) => !isOver(card, here)).map((here) => toldAt(card, here).text ?? '')
}

/** The moves of a shortest play to an ending of that sort; null where none leads there. */
export function wayTo(card: Scenario, good: boolean): Move[] | null {
  const seen = new Set<string>()
  const waiting: { here: Position; moves: Move[] }[] = [{ here: opening(card), moves: [] }]
  for (const { here, moves } of waiting) {
    if (isOver(card, here) && (nodeOf(card, here.node).good === true) === good) return moves
    const options = isOver(card, here) ? [] : optionsAt(card, here)
    for (const option of options) {
      const next = after(card, here, option)
      const name = `${next.node} ${next.meters.join(' ')}`
      if (seen.has(name)) continue
      seen.add(name)
      waiting.push({ here: next, moves: [...moves, [here.node, option.id]] })
    }
  }
  return null
}
