export { createTrainingClock, isAsked, type TrainedCourse, type TrainedOne, type TrainingClock, worstOf } from './standing.ts';
