import { competence as en } from './en/competence'
import { choose } from './index'
import { competence as nb } from './nb/competence'
import { competence as nn } from './nn/competence'

export const competence = choose({ nb, nn, en })
