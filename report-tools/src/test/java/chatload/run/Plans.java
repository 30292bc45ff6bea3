package chatload.run;

import chatload.files.Json;
import chatload.files.ReportDir;
