"""A tokenizer of words, for aiperf, which wants one and can't download any here: tokenizer.py DIR."""

import json
import pathlib
import sys

from tokenizers import Tokenizer, models, pre_tokenizers

directory = pathlib.Path(sys.argv[1])
directory.mkdir(exist_ok=True)
tokenizer = Tokenizer(models.WordLevel({"?": 0}, unk_token="?"))
tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
tokenizer.save(str(directory / "tokenizer.json"))
config = {"tokenizer_class": "PreTrainedTokenizerFast", "unk_token": "?"}
(directory / "tokenizer_config.json").write_text(json.dumps(config))
