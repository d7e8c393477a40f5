/** A result to show to others: a picture made on the device, with departments on it and no person. */
import { useState } from 'preact/hooks'
import type { DepartmentBoard } from '../../api/types'
import { language } from '../../text'
import { results } from '../../text/results'
import { Icon } from '../../ui/Icon'
import { inClasses, mineOf, percent } from './logic'

const NAME = 'loype.png'

export function Share({ board, title }: { board: DepartmentBoard; title: string }) {
  const t = results()
  const [told, setTold] = useState<string | null>(null)
  const mine = mineOf(board)
  if (!mine) return null
  const beside = inClasses(board.rows)[0] ?? []
  async function share() {
    if (!mine) return
    try {
      const { drawn } = await import('./picture')
      const rows = beside.slice(0, 3).map(({ rank, name, score }) => ({ rank, name, figure: percent(score, language.value) }))
      const picture = await drawn({ title, name: mine.name, place: t.place(mine.rank), of: t.ofClass(beside.length), figure: percent(mine.score, language.value), rows })
      const file = new File([picture], NAME, { type: 'image/png' })
      if (navigator.canShare?.({ files: [file] })) return void (await navigator.share({ files: [file], title }).catch(() => undefined))
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: NAME })
      link.click()
      URL.revokeObjectURL(link.href)
      setTold(t.shared)
    } catch {
      setTold(t.shareFailed)
    }
  }
  return (
    <>
      <button type="button" class="btn s" onClick={() => void share()}><Icon name="bilde" />{t.share}</button>
      <p class="sm" role="status" hidden={!told}>{told}</p>
    </>
  )
}
