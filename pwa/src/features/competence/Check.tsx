/** Is a certificate genuine? Open to all: the file is read here and sent nowhere. */
import { useEffect, useState } from 'preact/hooks'
import { current } from '../../session'
import { competence } from '../../text/competence'
import { shell } from '../../text/shell'
import { when } from '../../text/when'
import { Icon, type IconName } from '../../ui/Icon'
import { Land, Logo } from '../../ui/Land'
import { Title } from '../../ui/Title'
import { type Checked, type Told, type Verdict, check } from './checking'
import { keysBy, keysOf } from './issuers'
import './competence.css'

const LOOKS: Record<Verdict, { look: string; icon: IconName }> = {
  sound: { look: 'g', icon: 'ok' },
  expired: { look: 'w', icon: 'klokke' },
  early: { look: 'w', icon: 'klokke' },
  unknown_key: { look: '', icon: 'info' },
  foreign_key: { look: 'w', icon: 'x' },
  broken: { look: 'w', icon: 'x' },
  unreadable: { look: '', icon: 'info' },
}

export default function Check() {
  const t = competence()
  const [found, setFound] = useState<Checked | 'reading' | null>(null)
  const own = current.value?.organisation.code
  useEffect(() => void (own && keysBy(own)), [own])

  async function read(file: File | undefined) {
    if (!file) return
    setFound('reading')
    const text = await file.slice(0, 200_000).text().catch(() => '')
    setFound(await check(text, keysOf, Date.now()))
  }

  return (
    <div class="app bare">
      <a class="skip" href="#hoved">{shell().skip}</a>
      <div class="screen">
        <header class="hero check-hero"><Land terrain="skog" /><div class="top"><Logo /></div></header>
        <main id="hoved" tabIndex={-1} class="sheet stack">
          <Title page={t.checkTitle}>{t.checkTitle}</Title>
          <p class="dim">{t.checkWhy}</p>
          <div role="status">
            {found === 'reading' ? <p>{t.checkReading}</p> : found && <Result found={found} />}
          </div>
          <label class="btn s check-file">
            <Icon name="nokkel" />{found ? t.checkOther : t.checkChoose}
            <input
              type="file" accept=".jwt,.jws,.txt,text/plain"
              onChange={(event) => {
                void read(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
          </label>
          <a class="btn t" href="/">{shell().toToday}</a>
        </main>
      </div>
    </div>
  )
}

function Result({ found: { verdict, told } }: { found: Checked }) {
  const t = competence()
  const { look, icon } = LOOKS[verdict]
  return (
    <div class="stack">
      <section class={`note ${look}`}>
        <Icon name={icon} />
        <div class="grow"><h2>{t.verdicts[verdict]}</h2><p class="sm">{t.verdictWhys[verdict]}</p></div>
      </section>
      {told && <Written told={told} />}
    </div>
  )
}

function Written({ told }: { told: Told }) {
  const t = competence()
  const day = (moment: string) => when().date(localDay(moment))
  return (
    <dl class="card checked sm">
      <dt>{t.who}</dt><dd>{told.person}</dd>
      <dt>{t.what}</dt><dd>{told.title}</dd>
      <dt>{t.issuer}</dt><dd>{told.issuer}</dd>
      <dt>{t.from}</dt><dd>{day(told.from)}</dd>
      <dt>{t.until}</dt><dd>{told.until ? day(told.until) : t.untilNever}</dd>
      <dt>{t.key}</dt><dd class="mono">{told.key}</dd>
    </dl>
  )
}

/** The day in the zone of the organisation, as YYYY-MM-DD. */
function localDay(moment: string): string {
  const zone = current.value?.organisation.time_zone ?? 'Europe/Oslo'
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(moment))
}
