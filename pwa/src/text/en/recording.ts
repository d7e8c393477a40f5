import type { RecordingText } from '../nb/recording'

/** Words for sound and video. */
export const recording: RecordingText = {
  listen: 'Listen',
  watch: 'Watch the video',
  lasts: (time: string, size: string) => `${time} · ${size}`,
  fetch: 'Download for use without a network',
  fetching: (percent: number) => `Fetching, ${percent}%`,
  here: 'It is on this phone and works without a network.',
  saving: 'Nothing is fetched until you tap.',
  missingAudio: 'The sound is not on this phone. You can read what is said.',
  missingVideo: 'The video is not on this phone. You can read what is said.',
  failed: 'We could not fetch it. Try once more.',
  broken: 'This phone cannot play it. You can read what is said.',
  transcript: 'Read what is said',
  speed: 'Speed',
  audio: 'Sound',
  captions: 'Captions',
}
