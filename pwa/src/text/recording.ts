import { recording as en } from './en/recording'
import { choose } from './index'
import { recording as nb } from './nb/recording'
import { recording as nn } from './nn/recording'

export const recording = choose({ nb, nn, en })
