/** Innhold: every path with how much it holds, its languages, and its runs. */
import { useState } from 'preact/hooks'
import type { Page, StudioPath } from '../../api/types'
import { paths } from '../../text/paths'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { Message } from '../../ui/States'
import { Absent, Pages, useAnswer } from './asking'
import { Frame } from './Frame'
import { Languages } from './Languages'

export default function Paths() {
  const t = studio()
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Page<StudioPath>>(`/studio/paths?page=${number}`)
  const page = asked.data
  return (
    <Frame on="paths" title={t.places.paths} below={page ? t.paths(page.total) : undefined} action={<a class="btn slim" href="/studio/loyper/ny">{paths().newPath}</a>}>
      {!page || asked.error ? <Absent asked={asked} /> : page.total === 0 ? <Nothing /> : <List paths={page.items} />}
      {page && <Pages page={page} label={t.places.paths} turnTo={setNumber} />}
    </Frame>
  )
}

function Nothing() {
  const t = studio()
  return (
    <Message icon="rute" title={t.noPaths} why={t.noPathsWhy}>
      <a class="btn s" href="/studio/import">{t.toImport}</a>
    </Message>
  )
}

function List({ paths }: { paths: readonly StudioPath[] }) {
  const t = studio()
  return (
    <section class="list">
      <table class="studio-table folds">
        <caption class="sr">{t.places.paths}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th><th scope="col">{t.runs}</th><th scope="col">{t.languages}</th>
            <th scope="col">{t.holds}</th><th scope="col">{t.time}</th>
          </tr>
        </thead>
        <tbody>{paths.map((path) => <Line key={path.id} path={path} />)}</tbody>
      </table>
    </section>
  )
}

function Line({ path }: { path: StudioPath }) {
  const t = studio()
  return (
    <tr>
      <th scope="row"><a class="textlink" href={`/studio/loype/${path.id}`}>{path.title}</a></th>
      <td><Counts runs={path.runs} /></td>
      <td><Languages spoken={path.languages} /></td>
      <td>{t.held(path.stages, shell().posts(path.modules))}</td>
      <td>{shell().minutes(path.minutes)}</td>
    </tr>
  )
}

function Counts({ runs }: { runs: StudioPath['runs'] }) {
  const t = studio()
  const some = (['running', 'planned', 'over'] as const).filter((state) => runs[state] > 0)
  if (some.length === 0) return <span class="chip"><Icon name="las" />{t.noRuns}</span>
  return <>{some.map((state) => <span key={state} class={`chip ${LOOKS[state]}`}><Icon name={ICONS[state]} />{t.counted[state](runs[state])}</span>)}</>
}

const LOOKS = { running: 'g', planned: 'b', over: '' }
const ICONS = { running: 'flag', planned: 'klokke', over: 'ok' } as const
