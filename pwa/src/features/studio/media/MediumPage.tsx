/** One medium: what it shows, what is said of it, where it is used. */
import type { StudioMedium } from '../../../api/types'
import { language } from '../../../text'
import { media } from '../../../text/media'
import { lengthOf, sizeOf } from '../../../text/sizes'
import { when } from '../../../text/when'
import { Icon } from '../../../ui/Icon'
import { Absent, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { DescribeForm } from './DescribeForm'
import { RemoveMedium } from './RemoveMedium'
import { nameOf } from './Thumb'
import './media.css'

export default function MediumPage({ hash }: { hash: string }) {
  const t = media()
  const asked = useAnswer<StudioMedium>(`/studio/media/${encodeURIComponent(hash)}`)
  const medium = asked.data
  return (
    <Frame on="media" title={medium ? nameOf(medium) : t.title} back={{ to: '/studio/medier', label: t.back }}>
      {!medium || asked.error ? <Absent asked={asked} /> : (
        <DescribeForm key={medium.hash} medium={medium} saved={asked.again}>
          <About medium={medium} />
          <Uses medium={medium} />
          <RemoveMedium medium={medium} changed={asked.again} />
        </DescribeForm>
      )}
    </Frame>
  )
}

function About({ medium }: { medium: StudioMedium }) {
  const t = media()
  const { facts } = t
  const rows: [string, string][] = [
    [facts.kind, `${t.one[medium.family]} (${medium.media_type.split(';')[0]})`],
    [facts.size, sizeOf(medium.size, language.value)],
    ...(medium.width && medium.height ? [[facts.pixels, t.pixels(medium.width, medium.height)] as [string, string]] : []),
    ...(medium.seconds === null ? [] : [[facts.length, lengthOf(medium.seconds)] as [string, string]]),
    [facts.added, `${when().moment(medium.added_at, new Date())}${medium.added_by ? ` ${facts.by} ${medium.added_by}` : ''}`],
  ]
  return (
    <section class="card stack" aria-labelledby="media-about">
      <h2 id="media-about">{t.about}</h2>
      <dl class="media-facts sm">{rows.map(([name, value]) => <div key={name}><dt class="dim">{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  )
}

function Uses({ medium: { uses, used } }: { medium: StudioMedium }) {
  const t = media()
  return (
    <section class="card stack" aria-labelledby="media-uses">
      <h2 id="media-uses">{t.where}</h2>
      {used === 0 ? <p class="sm dim">{t.nowhere}</p> : (
        <ul class="stack">
          {uses.map(({ module, title, where }) => (
            <li key={`${module} ${where}`} class="rowx"><span class="grow">{title}</span><span class="chip"><Icon name={where === 'published' ? 'ok' : 'klokke'} />{t.places[where]}</span></li>
          ))}
          {used > uses.length && <li class="sm dim">{t.more(used - uses.length)}</li>}
        </ul>
      )}
    </section>
  )
}
