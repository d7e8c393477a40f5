/** A card's picture from the library; its description in words when it is not on the device. */
import { useEffect, useState } from 'preact/hooks'
import type { Picture as Described } from '../../rules/cards'
import { pictureUrl } from './ports'

export function Picture({ picture }: { picture: Described }) {
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let wanted = true
    setUrl(undefined)
    pictureUrl(picture.media).then((found) => wanted && setUrl(found), () => wanted && setUrl(null))
    return () => {
      wanted = false
    }
  }, [picture.media])
  if (url === null) return <p class="sm dim play-alt">{picture.alt}</p>
  return url === undefined
    ? <div class="bilde play-room" aria-hidden="true" />
    : <img class="bilde play-room" src={url} alt={picture.alt} onError={() => setUrl(null)} />
}
