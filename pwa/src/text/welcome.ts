import { welcome as en } from './en/welcome'
import { choose } from './index'
import { welcome as nb } from './nb/welcome'
import { welcome as nn } from './nn/welcome'

export const welcome = choose({ nb, nn, en })
