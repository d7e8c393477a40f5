/** Words for sound and video. */
export const recording = {
  listen: 'Hør',
  watch: 'Se videoen',
  lasts: (time: string, size: string) => `${time} · ${size}`,
  fetch: 'Last ned for bruk uten nett',
  fetching: (percent: number) => `Henter, ${percent} %`,
  here: 'Ligger på telefonen og virker uten nett.',
  saving: 'Ingenting hentes før du trykker.',
  missingAudio: 'Lyden er ikke lagret på telefonen. Du kan lese det som blir sagt.',
  missingVideo: 'Videoen er ikke lagret på telefonen. Du kan lese det som blir sagt.',
  failed: 'Vi fikk ikke hentet det. Prøv en gang til.',
  broken: 'Telefonen får ikke spilt dette. Du kan lese det som blir sagt.',
  transcript: 'Les det som blir sagt',
  speed: 'Hastighet',
  audio: 'Lyd',
  captions: 'Teksting',
}

export type RecordingText = typeof recording
