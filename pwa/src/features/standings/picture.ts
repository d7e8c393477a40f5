/** Draws a result: the land of the race, the place large, and the first three of the class. */
import { LAND } from '../../ui/course'

export type Drawn = { title: string; name: string; place: string; of: string; figure: string; rows: { rank: number; name: string; figure: string }[] }

const SIDE = 1080
const [EDGE, GROUND, INK] = [80, '#0F3D2E', '#FFFFFF']
const HILLS = ['#2B4F59', '#245043', '#1E4639']
const FONT = 'system-ui, sans-serif'

/** The picture as PNG. */
export async function drawn(what: Drawn): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE
  const on = canvas.getContext('2d')
  if (!on) throw new Error('no canvas')
  land(on)
  words(on, what)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'))
}

function land(on: CanvasRenderingContext2D): void {
  on.fillStyle = GROUND
  on.fillRect(0, 0, SIDE, SIDE)
  on.save()
  on.translate(0, 440)
  on.scale(1.08, 1.08)
  LAND.forEach((hill, index) => {
    on.fillStyle = HILLS[index] ?? GROUND
    on.fill(new Path2D(hill))
  })
  on.restore()
  const dusk = on.createLinearGradient(0, 520, 0, 760)
  dusk.addColorStop(0, 'rgb(15 61 46 / 0)')
  dusk.addColorStop(1, 'rgb(15 61 46 / .6)')
  on.fillStyle = dusk
  on.fillRect(0, 520, SIDE, SIDE)
}

function words(on: CanvasRenderingContext2D, { title, name, place, of, figure, rows }: Drawn): void {
  on.fillStyle = INK
  write(on, title, EDGE, 130, 40, 500)
  write(on, name, EDGE, 250, 76, 700)
  on.fillStyle = '#C9D36B'
  write(on, place, EDGE, 420, 140, 800)
  on.fillStyle = INK
  write(on, `${of} · ${figure}`, EDGE, 500, 48, 500)
  rows.forEach((row, index) => {
    const y = 740 + 90 * index
    write(on, `${row.rank}.`, EDGE, y, 48, 700)
    write(on, row.name, EDGE + 90, y, 48, 500, SIDE - 2 * EDGE - 260)
    on.textAlign = 'right'
    write(on, row.figure, SIDE - EDGE, y, 48, 700)
    on.textAlign = 'left'
  })
  write(on, 'Løype', EDGE, SIDE - 60, 40, 700)
}

/** A line of words, smaller where it would not fit. */
function write(on: CanvasRenderingContext2D, words: string, x: number, y: number, size: number, weight: number, most = SIDE - 2 * EDGE): void {
  on.font = `${weight} ${size}px ${FONT}`
  const wide = on.measureText(words).width
  if (wide > most) on.font = `${weight} ${Math.floor((size * most) / wide)}px ${FONT}`
  on.fillText(words, x, y)
}
