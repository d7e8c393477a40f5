/** When the screen has shown what was changed last: work that nobody waits for begins then. */

/** A page that is slow to paint is not waited for longer than this, in milliseconds. */
const LATEST = 100

export function painted(): Promise<void> {
  if (typeof document === 'undefined' || document.visibilityState === 'hidden') return Promise.resolve()
  return new Promise((done) => {
    const late = setTimeout(done, LATEST)
    requestAnimationFrame(() => setTimeout(() => {
      clearTimeout(late)
      done()
    }))
  })
}
