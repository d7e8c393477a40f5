/** Reading a card aloud with the device's own voice, each word marked as it is read; not offered where there is none. */
import { signal } from '@preact/signals'
import { type Passage, passages, rangeOf, wordAt } from './passages'

export const speaking = signal(false)
const voices = signal<SpeechSynthesisVoice[]>([])

const LISTENS: Record<string, string[]> = { nb: ['nb', 'no'], nn: ['nn', 'nb', 'no'], en: ['en'] }
/** The name of the mark, as the style sheet knows it. */
const MARK = 'loype-read'

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

/** Reads what stands in `root`, passage by passage, and stops whatever was being read. */
export function speak(root: Element | null, language: string): void {
  hush()
  const voice = voiceFor(language)
  const found = root ? passages(root) : []
  if (!voice || found.length === 0) return
  speaking.value = true
  found.forEach((passage, i) => {
    const utterance = new SpeechSynthesisUtterance(passage.text)
    utterance.voice = voice
    utterance.lang = voice.lang
    // A voice that does not tell of its words leaves the whole passage marked.
    utterance.onstart = () => mark(passage, 0, passage.text.length)
    utterance.onboundary = ({ name, charIndex }) => name === 'word' && mark(passage, ...wordAt(passage.text, charIndex))
    if (i === found.length - 1) utterance.onend = hushed
    speechSynthesis.speak(utterance)
  })
}

export function hush(): void {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel()
  hushed()
}

function hushed(): void {
  speaking.value = false
  if ('highlights' in CSS) CSS.highlights.delete(MARK)
}

function mark(passage: Passage, from: number, to: number): void {
  if (!speaking.peek() || !('highlights' in CSS)) return
  const range = rangeOf(passage, from, to)
  if (range === null) return
  CSS.highlights.set(MARK, new Highlight(range))
  const { startContainer } = range
  startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}
