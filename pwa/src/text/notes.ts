import { notes as en } from './en/notes'
import { choose } from './index'
import { notes as nb } from './nb/notes'
import { notes as nn } from './nn/notes'

export const notes = choose({ nb, nn, en })
