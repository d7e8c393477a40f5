import type { RecordingText } from '../nb/recording'

/** Words for sound and video. */
export const recording: RecordingText = {
  listen: 'Høyr',
  watch: 'Sjå videoen',
  lasts: (time: string, size: string) => `${time} · ${size}`,
  fetch: 'Last ned for bruk utan nett',
  fetching: (percent: number) => `Hentar, ${percent} %`,
  here: 'Ligg på telefonen og verkar utan nett.',
  saving: 'Ingenting blir henta før du trykkjer.',
  missingAudio: 'Lyden er ikkje lagra på telefonen. Du kan lese det som blir sagt.',
  missingVideo: 'Videoen er ikkje lagra på telefonen. Du kan lese det som blir sagt.',
  failed: 'Vi fekk ikkje henta det. Prøv ein gong til.',
  broken: 'Telefonen får ikkje spela dette. Du kan lese det som blir sagt.',
  transcript: 'Les det som blir sagt',
  speed: 'Fart',
  audio: 'Lyd',
  captions: 'Teksting',
}
