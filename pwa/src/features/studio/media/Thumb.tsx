/** A medium in small: the picture itself, or a sign for what is heard, watched or read. */
import { useState } from 'preact/hooks'
import type { StudioMedium } from '../../../api/types'
import { media } from '../../../text/media'
import { Icon } from '../../../ui/Icon'
import { focused } from '../../../ui/focus'
import { language } from '../../../text'
import { lengthOf, sizeOf } from '../../../text/sizes'

const SIGNS = { picture: 'bilde', audio: 'lyd', video: 'spill', captions: 'spor' } as const

export const addressOf = (hash: string, width?: number): string => `/api/v1/media/${hash}${width ? `?width=${width}` : ''}`

export function Thumb({ medium }: { medium: Pick<StudioMedium, 'hash' | 'family' | 'focus'> }) {
  const [broken, setBroken] = useState(false)
  if (medium.family !== 'picture' || broken) return <span class="media-thumb sign"><Icon name={SIGNS[medium.family]} /></span>
  return <img class="media-thumb" src={addressOf(medium.hash, 320)} alt="" loading="lazy" style={focused(medium.focus)} onError={() => setBroken(true)} />
}

/** The name of a medium; its kind where it has none. */
export function nameOf({ named, family }: Pick<StudioMedium, 'named' | 'family'>): string {
  return named || media().one[family]
}

/** "Video, 0:42, 1,2 MB". */
export function detailsOf({ family, seconds, size }: StudioMedium): string {
  const parts = [media().one[family], ...(seconds === null ? [] : [lengthOf(seconds)]), sizeOf(size, language.value)]
  return parts.join(', ')
}
