/** For whom: everyone, or departments of the tree and roles. */
import { useEffect, useState } from 'preact/hooks'
import { request } from '../../api/client'
import type { Department, Page } from '../../api/types'
import { studio } from '../../text/studio'
import { type Draft, type Named, toggled } from './logic'
import { Radio } from './Radio'

const ROLES = ['leader', 'resource_person', 'editor', 'admin'] as const

export type PartProps = { draft: Draft; set: (part: Partial<Draft>) => void }

export function Audience({ draft, set }: { draft: Named; set: (part: Partial<Named>) => void }) {
  const t = studio()
  return (
    <fieldset class="card stack">
      <legend class="lead">{t.forWhom}</legend>
      <Radio name="audience" checked={draft.everyone} label={t.everyone} onChoose={() => set({ everyone: true })} />
      <Radio name="audience" checked={!draft.everyone} label={t.some} help={t.someWhy} onChoose={() => set({ everyone: false })} />
      {!draft.everyone && (
        <>
          <Tree chosen={draft.departments} onToggle={(id) => set({ departments: toggled(draft.departments, id) })} />
          <fieldset>
            <legend class="legend">{t.onlyRoles}</legend>
            {ROLES.map((role) => (
              <label key={role} class="check">
                <input type="checkbox" checked={draft.roles.includes(role)} onChange={() => set({ roles: toggled(draft.roles, role) })} />
                <span>{t.roles[role]}</span>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </fieldset>
  )
}

function Tree({ chosen, onToggle }: { chosen: readonly string[]; onToggle: (id: string) => void }) {
  const t = studio()
  const [tree, setTree] = useState<Department[]>([])
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  useEffect(() => {
    let wanted = true
    departments().then(
      (found) => {
        if (!wanted) return
        setTree(found)
        setState('ready')
      },
      () => wanted && setState('failed'),
    )
    return () => {
      wanted = false
    }
  }, [])
  if (state === 'failed') return <p class="wrong" role="alert">{t.noDepartments}</p>
  return (
    <fieldset>
      <legend class="legend">{t.departments}</legend>
      <div class="studio-tree" aria-busy={state === 'loading'}>
        {tree.map(({ id, name, depth }) => (
          <label key={id} class="check" style={{ '--depth': String(Math.min(depth, 6)) }}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} /><span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The whole tree, page by page. */
export async function departments(): Promise<Department[]> {
  const first = await request<Page<Department>>('/studio/departments')
  const all = [...first.items]
  for (let page = 2; page <= first.pages; page += 1) all.push(...(await request<Page<Department>>(`/studio/departments?page=${page}`)).items)
  return all
}
