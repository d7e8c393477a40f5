/** One path in the studio: its stages and posts to look at, its runs, its package. */
import { useState } from 'preact/hooks'
import type { Page, Run, StudioModule, WholePath } from '../../api/types'
import { paths } from '../../text/paths'
import { shell } from '../../text/shell'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { Land } from '../../ui/Land'
import { Absent, Pages, useAnswer } from './asking'
import { Frame } from './Frame'
import { Languages } from './Languages'
import { RunLine } from './RunLine'

export default function PathPage({ path: id }: { path: string }) {
  const t = studio()
  const asked = useAnswer<WholePath>(`/studio/paths/${encodeURIComponent(id)}`)
  const path = asked.data
  const back = { to: '/studio/loyper', label: t.toPaths }
  if (!path) return <Frame on="paths" title={t.places.paths} back={back}><Absent asked={asked} /></Frame>
  const below = `${t.held(path.stages, shell().posts(path.modules))} · ${shell().minutes(path.minutes)}`
  const action = (
    <>
      <a class="btn s slim" href={`/studio/loype/${path.id}/rediger`}>{paths().edit}</a>
      <a class="btn slim" href={`/studio/loype/${path.id}/ny`}>{t.newRun}</a>
    </>
  )
  return (
    <Frame on="paths" title={path.title} below={below} back={back} action={action}>
      <div class="studio-split">
        <div class="stack">
          {path.story && <p>{path.story}</p>}
          {path.stages_held.map((stage, index) => (
            <section key={stage.id} class="list">
              <div class="row">
                <span class="tile"><Land terrain={stage.terrain} /></span>
                <h2 class="grow">{t.stage(index + 1, stage.title)}<span class="two sm dim light">{shell().minutes(stage.minutes)}</span></h2>
              </div>
              <ul class="studio-posts">{stage.modules.map((module) => <Post key={module.slug} module={module} />)}</ul>
            </section>
          ))}
        </div>
        <div class="stack">
          <Runs path={path.id} />
          <h2>{t.package}</h2>
          <p class="sm dim">{t.packageWhy}</p>
          <a class="btn s" href={`/api/v1/studio/paths/${path.id}/package`} download>
            <Icon name="last-ned" />{t.exportPath}
          </a>
        </div>
      </div>
    </Frame>
  )
}

function Post({ module }: { module: StudioModule }) {
  const t = studio()
  return (
    <li>
      <a class="row" href={`/studio/prove/${module.version}`}>
        <span class="grow">
          <strong>{module.title}</strong>
          <span class="two sm dim">{t.exercises(module.exercises)} · {t.seconds(module.seconds)}</span>
          <Languages spoken={module.languages} />
        </span>
        <Icon name="h" small /><span class="sr">{t.tryIt}</span>
      </a>
    </li>
  )
}

function Runs({ path }: { path: string }) {
  const t = studio()
  const [number, setNumber] = useState(1)
  const asked = useAnswer<Page<Run>>(`/studio/runs?path=${encodeURIComponent(path)}&page=${number}`)
  const page = asked.data
  return (
    <section class="stack" aria-labelledby="runs">
      <h2 id="runs">{t.runs}</h2>
      {!page || asked.error ? <Absent asked={asked} /> : page.total === 0 ? <p class="card dim">{t.noRunsYet}</p> : (
        <ul class="list">{page.items.map((run) => <RunLine key={run.id} run={run} changed={asked.again} />)}</ul>
      )}
      {page && <Pages page={page} label={t.runs} turnTo={setNumber} />}
    </section>
  )
}
