/** Reading a card aloud with the device's own voice; not offered where there is none for the language. */
import { signal } from '@preact/signals'
import type { Card, ScenarioCard } from '../../rules/cards'
import { type Move, opening, toldAt, way } from '../../rules/scenario'
import { type Draft, movesOf, shownIds } from './answering'
import { plain } from './markdown'
import { shownOptions } from './talk/logic'

export const speaking = signal(false)
const voices = signal<SpeechSynthesisVoice[]>([])

const LISTENS: Record<string, string[]> = { nb: ['nb', 'no'], nn: ['nn', 'nb', 'no'], en: ['en'] }

if (typeof speechSynthesis !== 'undefined') {
  const renew = () => {
    voices.value = speechSynthesis.getVoices()
  }
  renew()
  speechSynthesis.addEventListener?.('voiceschanged', renew)
}

/** The voice for a language; Nynorsk is read by a bokmål voice where there is no other. */
export function voiceFor(language: string): SpeechSynthesisVoice | null {
  for (const tag of LISTENS[language] ?? [language]) {
    const voice = voices.value.find(({ lang }) => lang.toLowerCase().split(/[-_]/u)[0] === tag)
    if (voice) return voice
  }
  return null
}

/** What is read of a card: in the order it is shown in. Of a conversation, what is said now and what may be answered. */
export function spoken(card: Card, seed: number, draft: Draft | null = null): string[] {
  if (card.type === 'scenario') return spokenNow(card, seed, movesOf(draft))
  const texts = [plain(card.body ?? ''), card.prompt]
  const shown = shownIds(card, seed)
  const named = (options: readonly { id: string; text: string }[] = []) =>
    shown.map((id) => options.find((option) => option.id === id)?.text ?? '')
  if ('options' in card) texts.push(...named(card.options))
  if ('buckets' in card) texts.push(...card.buckets.map(({ text }) => text))
  if ('left' in card) texts.push(...card.left.map((side) => side.text), ...named(card.right))
  if ('regions' in card) texts.push(...named(card.regions))
  return texts.filter((text) => text !== '')
}

function spokenNow(card: ScenarioCard, seed: number, moves: readonly Move[]): string[] {
  const here = way(card, moves)?.at(-1) ?? opening(card)
  const first = moves.length === 0 ? [plain(card.body ?? ''), card.prompt] : []
  const offered = shownOptions(card, here, seed).map(({ text }) => text)
  return [...first, plain(toldAt(card, here).text ?? ''), ...offered].filter((text) => text !== '')
}

/** Reads the texts one after the other, and stops whatever was being read. */
export function speak(texts: readonly string[], language: string): void {
  hush()
  const voice = voiceFor(language)
  if (!voice || texts.length === 0) return
  speaking.value = true
  texts.forEach((text, i) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    if (i === texts.length - 1) utterance.onend = hushed
    speechSynthesis.speak(utterance)
  })
}

export function hush(): void {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel()
  hushed()
}

function hushed(): void {
  speaking.value = false
}
