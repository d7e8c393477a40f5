/** The questions of a pilot as they are written. */
import type { Language } from '../../../api/types'

export const MOST_QUESTIONS = 3
export type Question = { text: string; asks: 'scale' | 'text' }

/** What the server takes: those that are written, in the language of the screens. */
export function asked(questions: readonly Question[], language: Language): { prompt: Partial<Record<Language, string>>; asks: Question['asks'] }[] {
  return questions.filter(({ text }) => text.trim() !== '').map(({ text, asks }) => ({ prompt: { [language]: text.trim() }, asks }))
}
