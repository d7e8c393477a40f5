import { expect, it } from 'vitest'
import { began, redone, stepped, undone } from './history'

it('goes back and forth, and forgets what was undone when something else is done', () => {
  let history = stepped(stepped(began('a'), 'b', '', 0), 'c', '', 1)
  history = undone(undone(history))
  expect(history.present).toBe('a')
  expect(undone(history).present).toBe('a')
  history = redone(history)
  expect(history.present).toBe('b')
  history = stepped(history, 'd', '', 2)
  expect(redone(history).present).toBe('d')
  expect(undone(history).present).toBe('b')
})

it('takes what is typed in one field without a pause as one step', () => {
  let history = began('')
  for (const [text, now] of [['h', 0], ['he', 400], ['hei', 800]] as const) history = stepped(history, text, 'title.nb', now)
  expect(undone(history).present).toBe('')
  history = stepped(history, 'hei!', 'title.nb', 4000)
  expect(undone(history).present).toBe('hei')
  history = stepped(history, 'hei?', 'body.nb', 4100)
  expect(undone(history).present).toBe('hei!')
})

it('is no step where nothing changed', () => {
  const history = began('a')
  expect(stepped(history, 'a', '', 0)).toBe(history)
})
