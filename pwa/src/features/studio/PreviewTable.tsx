/** What a package would change: each path and post, new, changed or the same. */
import type { ComponentChildren } from 'preact'
import type { Preview } from '../../api/types'
import { studio } from '../../text/studio'
import { Icon } from '../../ui/Icon'
import { Languages } from './Languages'
import { tally } from './logic'

type Change = 'new' | 'changed' | 'unchanged'
const LOOKS: Record<Change, string> = { new: 'chip g', changed: 'chip b', unchanged: 'chip' }
const ICONS = { new: 'flag', changed: 'runde', unchanged: 'ok' } as const

function State({ state }: { state: Change }) {
  return <span class={LOOKS[state]}><Icon name={ICONS[state]} />{studio().changes[state]}</span>
}

type Props = { preview: Preview; children: ComponentChildren }

/** `children`: what can be done about it, above the table. */
export function PreviewTable({ preview, children }: Props) {
  const t = studio()
  const counts = tally(preview)
  return (
    <>
      <h2>{t.wouldChange}</h2>
      <p class="dim">{t.tally(counts.new, counts.changed, counts.unchanged)} {t.nothingStored}</p>
      {children}
      <section class="list">
        <table class="studio-table folds">
          <caption class="sr">{t.wouldChange}</caption>
          <thead><tr><th scope="col">{t.name}</th><th scope="col">{t.change}</th><th scope="col">{t.languages}</th><th scope="col">{t.time}</th></tr></thead>
          <tbody>
            {preview.paths.map((path) => (
              <tr key={path.slug}>
                <th scope="row">{t.thePath(path.title)}</th><td><State state={path.state} /></td>
                <td><Languages spoken={path.languages} /></td><td>{t.stages(path.stages)}</td>
              </tr>
            ))}
            {preview.modules.map((module) => (
              <tr key={module.slug}>
                <th scope="row" class="light">{module.title}</th><td><State state={module.state} /></td>
                <td><Languages spoken={module.languages} /></td><td>{t.seconds(module.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
