/** Statistikk: every published post, those with most to do first. */
import { useState } from 'preact/hooks'
import type { FiguredModule, FiguredModules } from '../../../api/types'
import { fair } from '../../../text/fair'
import { statistics } from '../../../text/statistics'
import { Icon } from '../../../ui/Icon'
import { Message } from '../../../ui/States'
import { Absent, Pages, useAnswer } from '../asking'
import { Frame } from '../Frame'
import { told } from './words'
import './statistics.css'

const MOST_TOLD = 2

export default function Attention() {
  const t = statistics()
  const [number, setNumber] = useState(1)
  const asked = useAnswer<FiguredModules>(`/studio/statistics?page=${number}`)
  const page = asked.data
  return (
    <Frame on="statistics" title={t.title} below={page ? t.below(page.total) : undefined}>
      {!page || asked.error ? <Absent asked={asked} />
        : page.total === 0 ? <Message icon="tall" title={t.none} why={t.noneWhy} />
        : <ul class="list">{page.items.map((one) => <Row key={one.id} one={one} least={page.least} />)}</ul>}
      <a class="textlink" href="/studio/statistikk/forsok">{fair().odd}<Icon name="h" small /></a>
      {page && <Pages page={page} label={t.place} turnTo={setNumber} />}
    </Frame>
  )
}

function Row({ one, least }: { one: FiguredModule; least: number }) {
  const t = statistics()
  const rest = one.findings.length - MOST_TOLD
  return (
    <li class="stat-row">
      <div class="stat-about">
        <h2><a class="textlink" href={`/studio/post/${one.id}/statistikk`}>{one.title}</a></h2>
        {one.new_comments > 0 && <p><span class="chip w"><Icon name="prat" />{t.newComments(one.new_comments)}</span></p>}
        {one.findings.slice(0, MOST_TOLD).map((finding) => (
          <p key={finding.code + finding.card + (finding.given.text ?? '')} class="sm"><strong>{t.card(finding.number)}:</strong> {told(finding)}</p>
        ))}
        {rest > 0 && <p class="sm dim">{t.more(rest)}</p>}
        {one.findings.length === 0 && <p class="sm dim">{one.begun === null ? t.few(least) : t.nothing}</p>}
      </div>
      {one.begun !== null && (
        <dl class="stat-figures sm">
          <div><dt>{t.players}</dt><dd>{one.begun}</dd></div>
          {one.first_right !== null && <div><dt>{t.firstRight}</dt><dd>{t.percent(one.first_right)}</dd></div>}
          {one.ratings && <div><dt>{t.usefulFor}</dt><dd>{t.of(one.ratings.useful, one.ratings.of)}</dd></div>}
        </dl>
      )}
    </li>
  )
}
