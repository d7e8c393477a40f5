import { said as en } from './en/said'
import { choose } from './index'
import { said as nb } from './nb/said'
import { said as nn } from './nn/said'

export const said = choose({ nb, nn, en })
