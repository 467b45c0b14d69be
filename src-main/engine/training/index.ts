export {
  createTrainingClock,
  isAsked,
  type TrainedCourse,
  type TrainedOne,
  type TrainingClock,
  type TrainingStanding,
  worstOf,
} from './standing.ts';
