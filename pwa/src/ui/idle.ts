/** Once nothing else is to be done; soon, where a browser cannot tell. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work)
  else setTimeout(work, 300)
}

export const idle = (): Promise<void> => new Promise(whenIdle)
