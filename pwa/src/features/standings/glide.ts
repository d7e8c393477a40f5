/** Rows that change places glide there, so that one sees who passed whom. */
import { type RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const LASTS = 600

/** `rows` names the rows in their order; each has it as `data-row`. */
export function useGlide(table: RefObject<HTMLElement | null>, rows: readonly string[]): void {
  const before = useRef(new Map<string, number>())
  useLayoutEffect(() => {
    const now = new Map<string, number>()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const top = table.current?.getBoundingClientRect().top ?? 0
    for (const row of table.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const [name, place] = [row.dataset.row ?? '', row.getBoundingClientRect().top - top]
      const moved = (before.current.get(name) ?? place) - place
      if (moved !== 0 && !still) row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], { duration: LASTS, easing: 'ease-in-out' })
      now.set(name, place)
    }
    before.current = now
  }, [rows.join()])
}
