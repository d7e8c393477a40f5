/** The first meeting: somebody has scanned the code their leader made. Language, what is kept, PIN, and in. */
import { useEffect, useState } from 'preact/hooks'
import { asApiError, request } from '../../api/client'
import type { Enrolment } from '../../api/types'
import { language } from '../../text'
import { welcome } from '../../text/welcome'
import { Skeleton } from '../../ui/States'
import { Frame } from './Frame'
import { Gone } from './Gone'
import { Languages } from './Languages'
import { type Step, type Trouble, tokenIn, troubleOf } from './logic'
import { Pin } from './Pin'
import { Privacy } from './Privacy'
import './welcome.css'

export default function Welcome() {
  const token = tokenIn(location.hash)
  const [found, setFound] = useState<Enrolment | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(token ? null : { kind: 'gone' })
  const [step, setStep] = useState<Step>('language')
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    if (!token) return
    setTrouble(null)
    request<Enrolment>('/enrolment/look', { method: 'POST', body: { token }, anonymous: true }).then(setFound, (caught: unknown) =>
      setTrouble(troubleOf(asApiError(caught))),
    )
  }, [token, turn])

  if (!token || trouble) return <Gone trouble={trouble ?? { kind: 'gone' }} retry={() => setTurn(turn + 1)} />
  if (!found) return <Frame title={welcome().page}><Skeleton /></Frame>
  switch (step) {
    case 'language':
      return (
        <Languages
          found={found}
          onChoose={(chosen) => {
            language.value = chosen
            setStep('privacy')
          }}
        />
      )
    case 'privacy':
      return <Privacy back={() => setStep('language')} next={() => setStep('pin')} />
    case 'pin':
      return <Pin found={found} token={token} back={() => setStep('privacy')} failed={setTrouble} />
  }
}

