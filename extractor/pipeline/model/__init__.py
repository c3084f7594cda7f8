"""The trained model at run time: ONNX Runtime and numpy, no torch; used where a model folder is given."""
