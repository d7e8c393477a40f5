import { describe, expect, it } from 'vitest'
import { isExercise } from '../../rules/cards'
import { faces } from '../../rules/pools'
import { grade } from '../../rules/grading'
import { LANGUAGES } from '../../text'
import { practiceIn } from './practice'
import { advanced, answered, begin, current, drafted } from './session'

describe.each(LANGUAGES)('the practice post in %s', (language) => {
  const document = practiceIn(language)

  it('is in that language to the last word', () => {
    expect(JSON.stringify(document.cards)).not.toMatch(/"(nb|nn|en)":/)
    expect(document.takeaways).toHaveLength(3)
    expect(document.language).toBe(language)
  })

  it('begins with a question, and every key is right', () => {
    expect(document.cards[0]?.type).toBe('choice')
    for (const card of document.cards.flatMap(faces).filter(isExercise)) expect(grade(card, card.key as never)).toBe('right')
  })

  it('shows a wrong answer again at the end', () => {
    let session = begin(document, 'a', { id: 'one', seed: 1, now: 'now' })
    session = drafted(session, 'a', 1)
    session = advanced(answered(session, document, 'now', 1), document, 'now')
    expect(session.queue.at(-1)).toBe('c1')
    expect(current(session, document)?.id).toBe('c2')
  })
})
