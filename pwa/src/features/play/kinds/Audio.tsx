/** Something to listen to, with its words. */
import type { AudioCard } from '../../../rules/cards'
import { recording as words } from '../../../text/recording'
import type { Parts, ToldProps } from '../kinds'
import { Here, Offer, Speed, Transcript, usePlace } from './Recorded'
import { type Playing, useRecording } from './recorded'

function Audio({ card, draft, onDraft }: ToldProps<AudioCard>) {
  const t = words()
  const { playing, get, broke } = useRecording(card.audio)
  return (
    <div class="stack">
      {playing.kind === 'here'
        ? <Player card={card} draft={draft} playing={playing} broke={broke} onDraft={onDraft} />
        : <Offer recording={card.audio} playing={playing} play={t.listen} missing={t.missingAudio} get={get} />}
      <Transcript key={playing.kind === 'broken' ? 'broken' : 'words'} text={card.transcript} open={playing.kind === 'broken'} />
    </div>
  )
}

type PlayerProps = ToldProps<AudioCard> & { playing: Extract<Playing, { kind: 'here' }>; broke: () => void }

function Player({ card, draft, playing: { address, asked }, broke, onDraft }: PlayerProps) {
  const { element, events } = usePlace(draft, card.audio.seconds, asked, onDraft)
  return (
    <Here>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what is said stands below, in words */}
      <audio class="recorded" ref={element} src={address} controls preload="metadata" aria-labelledby="play-prompt" onError={broke} {...events} />
      <Speed element={element} />
    </Here>
  )
}

export default { Told: Audio } satisfies Parts<AudioCard>
