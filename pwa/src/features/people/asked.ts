/** What the server answers about people: asked for when a screen opens, kept nowhere. */
import { useEffect, useState } from 'preact/hooks'
import { type ApiError, asApiError, request } from '../../api/client'
import type { LedDepartment, Page } from '../../api/types'

export type Asked<T> = { data: T | null; error: ApiError | null; set: (data: T) => void; retry: () => void }

/** The answer to `path`. A new path keeps the former answer on the screen until its own has come. */
export function useAsked<T>(path: string): Asked<T> {
  const [data, setData] = useState<T | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    setError(null)
    request<T>(path).then(
      (found) => wanted && setData(found),
      (caught: unknown) => wanted && setError(asApiError(caught)),
    )
    return () => {
      wanted = false
    }
  }, [path, turn])
  return { data, error, set: setData, retry: () => setTurn(turn + 1) }
}

/** The departments one leads; null until they have come, and none where they could not be had. */
export function useDepartments(): LedDepartment[] | null {
  const { data, error } = useAsked<Page<LedDepartment>>('/people/departments')
  return data?.items ?? (error ? [] : null)
}
