/** What kind of network this is, as far as the browser tells. */
type Connection = { type?: string; saveData?: boolean }

/** Whether much may be fetched without being asked for: on a network known not to cost, where nobody saves data. */
export function isFree(own: Connection | undefined, saves: boolean): boolean {
  return !saves && own?.saveData !== true && (own?.type === 'wifi' || own?.type === 'ethernet')
}

export function mayFetchByItself(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection }
  return isFree(connection, matchMedia('(prefers-reduced-data: reduce)').matches)
}
