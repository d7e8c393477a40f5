/** The editor of a post: cards at the left, the form of the one chosen, and the player itself at the right. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { type ApiError, asApiError } from '../../../api/client'
import { editor } from '../../../text/editor'
import { lazy } from '../../../ui/Lazy'
import { Screen } from '../../../ui/Screen'
import { Plain } from '../../../ui/States'
import { Absent } from '../asking'
import { Drafting } from './drafting'
import { Head } from './Head'
import { portsOf } from './server'
import { servedDocument } from './serving'
import { languagesOf } from './module'
import { useOthers, useSaving } from './visiting'
import { Work } from './Work'
import './editor.css'

const Trial = lazy(() => import('../../play/Trial'))

export default function Editor({ id }: { id: string }) {
  const t = editor()
  const drafting = useMemo(() => new Drafting(portsOf(id)), [id])
  const [error, setError] = useState<ApiError | null>(null)
  const [trying, setTrying] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const others = useOthers(id, drafting)
  const open = () => {
    setError(null)
    drafting.open().catch((caught: unknown) => setError(asApiError(caught)))
  }
  useLayoutEffect(open, [drafting])
  useSaving(drafting)
  const document = drafting.document.value
  if (!document) return <Plain tab="studio" page={t.post}><Absent asked={{ data: null, error, again: open }} /></Plain>
  if (trying) {
    const language = languagesOf(document)[0] ?? 'nb'
    return <Trial version={id} kind="look" from={() => Promise.resolve(servedDocument(document, language))} onClose={() => setTrying(false)} />
  }
  return (
    <div class="editor-frame">
      <Screen tab="studio" wide="full" header={<Head drafting={drafting} id={id} others={others} onTry={() => setTrying(true)} onPublish={() => setPublishing(true)} />}>
        <Work id={id} drafting={drafting} publishing={publishing} onPublish={setPublishing} onTry={() => setTrying(true)} />
      </Screen>
    </div>
  )
}
