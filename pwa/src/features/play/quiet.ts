/** A card shown beside something that is being written takes neither the focus, nor the keys, nor the scroll of the page. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export const Quiet = createContext(false)

export const useQuiet = (): boolean => useContext(Quiet)
