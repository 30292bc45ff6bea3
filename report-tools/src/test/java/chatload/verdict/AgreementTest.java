package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.gatling.ChatFigures;
import chatload.gatling.GatlingRun;
import chatload.records.RunEvidence;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
