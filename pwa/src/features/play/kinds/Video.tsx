/** Something to watch, with captions in the language of the post. */
import { useEffect, useState } from 'preact/hooks'
import type { VideoCard } from '../../../rules/cards'
import { recording as words } from '../../../text/recording'
import type { Parts, ToldProps } from '../kinds'
import { Picture } from '../Picture'
import { pictureUrl, reachable, recordings } from '../ports'
import { Here, Offer, Speed, Transcript, usePlace } from './Recorded'
import { type Playing, useRecording } from './recorded'

type Captions = { address: string; words: string }

function Video({ card, draft, onDraft }: ToldProps<VideoCard>) {
  const t = words()
  const { playing, get, broke } = useRecording(card.video)
  const captions = useCaptions(card.captions.media)
  const missing = playing.kind === 'broken' || (playing.kind === 'away' && !reachable.value)
  return (
    <div class="stack">
      {playing.kind === 'here' && captions !== undefined
        ? <Player card={card} draft={draft} playing={playing} captions={captions} broke={broke} onDraft={onDraft} />
        : (
          <>
            <Picture picture={card.poster} />
            <Offer recording={card.video} playing={playing} play={t.watch} missing={t.missingVideo} get={get} />
          </>
        )}
      <Transcript key={missing ? 'missing' : 'words'} text={card.transcript ?? captions?.words ?? ''} open={missing} />
    </div>
  )
}

/** Undefined while they are looked for, null where they cannot be had. */
function useCaptions(hash: string): Captions | null | undefined {
  const [captions, setCaptions] = useState<Captions | null>()
  useEffect(() => {
    let wanted = true
    const found = (one: Captions | null) => wanted && setCaptions(one)
    recordings.captionsOf(hash).then(found, () => found(null))
    return () => {
      wanted = false
    }
  }, [hash])
  return captions
}

type PlayerProps = ToldProps<VideoCard> & {
  playing: Extract<Playing, { kind: 'here' }>
  captions: Captions | null
  broke: () => void
}

function Player({ card, draft, playing: { address, asked }, captions, broke, onDraft }: PlayerProps) {
  const t = words()
  const { element, events } = usePlace(draft, card.video.seconds, asked, onDraft)
  const [poster, setPoster] = useState<string>()
  const [spoken, setSpoken] = useState<string>()
  useEffect(() => {
    setSpoken(element.current?.closest<HTMLElement>('[lang]')?.lang)
    pictureUrl(card.poster.media).then(setPoster, () => undefined)
  }, [card.poster.media])
  return (
    <Here>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- there is a track, unless it is neither here nor to be had */}
      <video
        class="recorded" ref={element as { current: HTMLVideoElement | null }} src={address} poster={poster} controls playsInline preload="metadata"
        aria-labelledby="play-prompt" onError={broke} {...events}
      >
        {captions && <track kind="captions" src={captions.address} srcLang={spoken} label={t.captions} default />}
      </video>
      <Speed element={element} />
    </Here>
  )
}

export default { Told: Video } satisfies Parts<VideoCard>
