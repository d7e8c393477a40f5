import { competitions as en } from './en/competitions'
import { choose } from './index'
import { competitions as nb } from './nb/competitions'
import { competitions as nn } from './nn/competitions'

export const competitions = choose({ nb, nn, en })
