import { studio as en } from './en/studio'
import { choose } from './index'
import { studio as nb } from './nb/studio'
import { studio as nn } from './nn/studio'

export const studio = choose({ nb, nn, en })
