// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace mia::model {

/// Named tensors in safetensors files, mapped into memory and read when asked for. A header that
/// does not follow the format (holes, overlaps, wrong sizes, names twice) is an Error kBadInput.
class SafeTensors {
 public:
  /// One .safetensors file.
  static SafeTensors open(const std::filesystem::path& file);
  /// `model.safetensors`, or the shards that `model.safetensors.index.json` names, in `folder`.
  static SafeTensors openFolder(const std::filesystem::path& folder);

  /// Names in alphabetical order.
  std::vector<std::string> names() const;
  bool contains(const std::string& name) const { return entries_.count(name) != 0; }
  /// The tensor on the CPU, in the file's type. Shares the mapped file where its bytes are aligned
  /// (writing to it never reaches the file), a copy otherwise. Error kNotFound for an unknown name,
  /// kUnsupported for a type that LibTorch does not have.
  torch::Tensor tensor(const std::string& name) const;
  std::vector<std::int64_t> shape(const std::string& name) const;
  /// `__metadata__` of the file (of all shards together).
  const std::map<std::string, std::string>& metadata() const { return metadata_; }

 private:
  struct Mapping;
  struct Entry {
    std::shared_ptr<const Mapping> mapping;
    std::string dtype;
    std::vector<std::int64_t> shape;
    std::size_t begin = 0;  ///< from the start of the file, in bytes
  };
  const Entry& entry(const std::string& name) const;
  void addFile(const std::filesystem::path& file);

  std::string where_;
  std::map<std::string, Entry> entries_;
  std::map<std::string, std::string> metadata_;
};

using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

/// Replaces `file` atomically. Tensors may lie on any device; they are ordered as the reference
/// writer does (larger elements first, then by name), and `format` is "pt".
void writeSafeTensors(const std::filesystem::path& file, const NamedTensors& tensors,
                      std::map<std::string, std::string> metadata = {});

}  // namespace mia::model
