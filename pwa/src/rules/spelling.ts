/** Whether a word that was written is one of the accepted ones, small misspellings forgiven. The same as the server's. */

export const LONGEST_WORD = 200
export const LONGEST_WORDS = 2000

const SPACES = /[\t\n\r \u00a0\u2000-\u200a\u202f\u205f\u3000]+/g
const UNSEEN = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufe0f|\ufeff/g
const HYPHENS = /[\u2010-\u2015\u2212]/g
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g
// oxlint-disable-next-line no-control-regex -- control signs are what is looked for
const CONTROLS = /[\0-\b\v\f\x0e-\x1f\x7f\ud800-\udfff]/u
const ENDS = /^[ .,;:!?]+|[ .,;:!?]+$/g

/** Whether somebody can have written it: not too long in code points, no control signs but line breaks. */
export function isWriting(text: string, longest: number): boolean {
  return text.length <= 2 * longest && [...text].length <= longest && !CONTROLS.test(text)
}

/** Whether there is more in it than spaces and signs that cannot be seen. */
export function saysSomething(text: string): boolean {
  return text.replace(SPACES, '').replace(UNSEEN, '') !== ''
}

/** The word as it is compared: composed, in small letters, single spaces, no signs at its ends. */
export function plain(text: string): string {
  const seen = text.normalize('NFC').replace(UNSEEN, '').replace(SPACES, ' ')
  const even = seen.replace(HYPHENS, '-').replace(APOSTROPHES, "'")
  return even.toLowerCase().toUpperCase().toLowerCase().normalize('NFC').replace(ENDS, '')
}

export type Spelling = { key: readonly string[]; wrong?: readonly string[]; exact?: boolean }

/** The accepted form that was meant, the nearest and first of them; null where it is none. */
export function accepted(text: string, { key, wrong = [], exact = false }: Spelling): string | null {
  const given = plain(text)
  const same = key.find((form) => plain(form) === given)
  if (same !== undefined) return same
  if (exact || wrong.some((form) => plain(form) === given)) return null
  const near = key.map((form) => ({ form, far: distance(given, plain(form)) }))
  const fits = near.filter(({ form, far }) => far <= forgiven(plain(form)))
  return fits.reduce<(typeof fits)[number] | null>((best, one) => (best && best.far <= one.far ? best : one), null)?.form ?? null
}

/** How many misspellings are forgiven in a word. */
function forgiven(word: string): number {
  const length = [...word].length
  if (length < 4 || /[0-9]/.test(word)) return 0
  return length < 8 ? 1 : 2
}

/** Optimal string alignment: letters put in, left out, changed, or two neighbours swapped (Damerau 1964). */
function distance(one: string, other: string): number {
  const [from, to] = [[...one], [...other]]
  if (Math.abs(from.length - to.length) > 2) return 3
  let earlier: number[] = []
  let before: number[] = []
  let row = [...Array(to.length + 1).keys()]
  from.forEach((sign, i) => {
    ;[earlier, before, row] = [before, row, [i + 1]]
    to.forEach((wanted, j) => {
      const at = (list: number[], place: number): number => list[place] as number
      let cost = Math.min(at(before, j + 1) + 1, at(row, j) + 1, at(before, j) + (sign === wanted ? 0 : 1))
      if (i > 0 && j > 0 && sign === to[j - 1] && from[i - 1] === wanted) cost = Math.min(cost, at(earlier, j - 1) + 1)
      row.push(cost)
    })
  })
  return row.at(-1) as number
}
